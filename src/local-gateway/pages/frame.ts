export const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

export const rupiah = (amountRp: number): string => `Rp${String(amountRp).replace(/\B(?=(\d{3})+$)/g, '.')}`;

const STYLE = `
body{font:1rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:34rem;padding:1rem;color:#1b1b1b;background:#fff}
h1{font-size:1.3rem}dl{margin:0}dt{color:#555}dd{margin:0 0 .6rem;font-size:1.15rem;overflow-wrap:anywhere}
button,input{font:inherit;padding:.7rem 1rem;width:100%;box-sizing:border-box;margin:.3rem 0}
button{background:#8a1c1c;color:#fff;border:0;border-radius:.4rem}button.quiet{background:#555}
table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.4rem;border-bottom:1px solid #ddd;overflow-wrap:anywhere}
svg{width:100%;max-width:18rem;display:block;margin:0 auto}small,.en{color:#555}`;

/** A whole page: Bahasa Indonesia first, as wide as a phone, without scripts. `body` is HTML. */
export const frame = (title: string, body: string): string => `<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escape(title)}</title><style>${STYLE}</style></head>
<body><h1>${escape(title)}</h1>
<p><small>Gerbang bayar lokal untuk uji coba: tidak ada uang sungguhan. <span lang="en">A local payment gateway for trying out: no real money.</span></small></p>
${body}</body></html>`;

/** Pages run nothing and ask nothing from elsewhere. */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; frame-ancestors 'none'",
};
