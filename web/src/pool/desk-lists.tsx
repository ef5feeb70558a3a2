import { Link } from 'wouter-preact';
import { useFormat } from '../words/format.js';
import type { Language } from '../words/language.js';
import { useWords } from '../words/words.js';
import { depositText, reminderText, whatsAppLink, type DeskFacts } from './desk-texts.js';
import { deskWords } from './desk-words.js';
import { byDistrict, type Member } from './group-members.js';

interface ListProps {
  readonly of: readonly Member[];
  readonly facts: DeskFacts;
  readonly language: Language;
  /** On which number each wants to be called, of those who said so. */
  readonly phones: ReadonlyMap<string, string>;
}

const SendTo = ({
  name,
  text,
  phone,
}: {
  readonly name: string;
  readonly text: string;
  readonly phone: string | undefined;
}) => {
  const words = useWords(deskWords);
  return (
    <span class="buttons">
      <a
        class="button button-quiet"
        href={whatsAppLink(text, phone)}
        target="_blank"
        rel="noopener noreferrer"
        aria-label={words.shareTo(name)}
      >
        WhatsApp
      </a>
      {phone !== undefined && (
        <a class="button button-quiet" href={`tel:${phone}`} aria-label={words.callOf(name)}>
          {words.call}
        </a>
      )}
    </span>
  );
};

/** Who has ordered nothing yet, by kecamatan, each with a message that is written already. */
export const NotYet = ({ of: members, facts, language, phones }: ListProps) => {
  const words = useWords(deskWords);
  const format = useFormat();
  if (members.length === 0) return <p>{words.allIn}</p>;
  return (
    <>
      <p>{words.notYetText}</p>
      {byDistrict(members).map(([district, own]) => (
        <details key={district} open={members.length <= 8}>
          <summary>{words.ofDistrict(district, format.number(own.length))}</summary>
          <ul class="send-list">
            {own.map(({ koperasiId, name }) => (
              <li key={koperasiId}>
                <span>{name}</span>
                <Link
                  class="button button-quiet"
                  href={`/putaran/${facts.pool.id}/isikan-pesanan?koperasi=${koperasiId}`}
                  aria-label={words.enterFor(name)}
                >
                  {words.enter}
                </Link>
                <SendTo
                  name={name}
                  text={reminderText(name, facts, language)}
                  phone={phones.get(koperasiId)}
                />
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  );
};

/** Whose deposit is missing, and how much of it, each with a message. */
export const MissingDeposits = ({ of: members, facts, language, phones }: ListProps) => {
  const words = useWords(deskWords);
  const format = useFormat();
  if (facts.pool.deposit.rateBps === 0) return <p>{words.noDepositAsked}</p>;
  if (members.length === 0) return <p>{words.noDeposits}</p>;
  const url = `${location.origin}/uang-muka`;
  return (
    <>
      <p>{words.depositsText}</p>
      <ul class="send-list">
        {members.map(({ koperasiId, name, missingRp }) => (
          <li key={koperasiId}>
            <span>
              {name} <span class="small">{words.missing(format.rupiah(missingRp))}</span>
            </span>
            <SendTo
              name={name}
              text={depositText(name, missingRp, facts, language, url)}
              phone={phones.get(koperasiId)}
            />
          </li>
        ))}
      </ul>
    </>
  );
};
