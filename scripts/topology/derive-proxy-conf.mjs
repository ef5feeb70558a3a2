/**
 * deploy/nginx.conf for this machine: everything as deployed, except where things lie.
 * @throws Error when a mark is gone, for then the deployed file was not what ran.
 */
export function deriveProxyConf(text, { home, port, upstreams }) {
  const replaceAt = (from, conf, pattern, to) => {
    if (!pattern.test(conf)) throw new Error(`deploy/nginx.conf has no mark "place: ${from}"`);
    return conf.replace(pattern, to);
  };
  let conf = text;
  conf = replaceAt('pid', conf, /^pid \S+; # place: pid$/m, `pid ${home}/nginx.pid;`);
  conf = replaceAt('listen', conf, /listen \d+; # place: listen$/m, `listen 127.0.0.1:${port};`);
  const temp = /( *)# place: temp\n((?: *\w+_temp_path \S+;\n)+)/;
  conf = replaceAt('temp', conf, temp, (_, _indent, lines) => lines.replaceAll('/tmp/', `${home}/nginx-`));
  const servers = upstreams.map((place) => `    server ${place} max_fails=1 fail_timeout=2s;\n`).join('');
  const upstream = / *# place: upstream\n[\s\S]*?# place: end\n/;
  return replaceAt(
    'upstream',
    conf,
    upstream,
    `  upstream sepikul {\n    zone sepikul 64k;\n${servers}  }\n`,
  );
}
