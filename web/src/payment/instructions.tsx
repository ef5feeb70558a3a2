import type { View } from '../api/api.js';
import { Copy } from '../parts/copy.js';
import { Qr } from '../parts/qr.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { paymentWords } from './payment-words.js';

/** What a person needs in order to pay: a number to copy, a picture to scan, a page to open. */
export const Instructions = ({
  of: { vaNumber, billerCode, billKey, qrText, redirectUrl },
  amountRp,
}: {
  readonly of: View<'InstructionsView'>;
  readonly amountRp: number;
}) => {
  const words = useWords(paymentWords);
  const format = useFormat();
  return (
    <div class="sheet">
      {vaNumber !== undefined && (
        <>
          <Copy label={words.vaNumber} text={vaNumber} />
          <p class="small">{words.vaHow}</p>
        </>
      )}
      {billerCode !== undefined && <Copy label={words.billerCode} text={billerCode} />}
      {billKey !== undefined && (
        <>
          <Copy label={words.billKey} text={billKey} />
          <p class="small">{words.billHow}</p>
        </>
      )}
      {qrText !== undefined && (
        <>
          <Qr text={qrText} label={words.qr} />
          <p class="small">{words.qrHow}</p>
        </>
      )}
      {redirectUrl !== undefined && (
        <p>
          <a class="button" href={redirectUrl} target="_blank" rel="noreferrer noopener">
            {words.open}
          </a>
          <span class="small"> {words.openHow}</span>
        </p>
      )}
      {(vaNumber !== undefined || billKey !== undefined) && (
        <Copy label={words.exact} text={format.rupiah(amountRp)} copies={String(amountRp)} />
      )}
    </div>
  );
};
