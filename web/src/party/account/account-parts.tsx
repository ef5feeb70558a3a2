import type { ComponentChildren } from 'preact';
import { actingParty } from '../../api/session.js';
import { Badge } from '../../parts/badge.js';
import { LinkButton } from '../../parts/button.js';
import { Card } from '../../parts/card.js';
import { Notice } from '../../parts/notice.js';
import { useFormat } from '../../words/format.js';
import { useWords } from '../../words/words.js';
import { accountWords } from './account-words.js';
import { factorWords } from './factor-words.js';
import { phoneWords } from './phone-words.js';
import { useSecurity, useSessions } from './use-security.js';

/** What a person has on their account, each a screen of its own, with how it stands where that is known. */
export const AccountParts = () => {
  const words = useWords(accountWords);
  const factor = useWords(factorWords);
  const format = useFormat();
  const phone = useWords(phoneWords);
  const party = actingParty();
  const isOffice =
    party?.kind === 'koperasi' && party.roles.some((role) => role === 'officer' || role === 'chair');
  const asked = useSecurity();
  const sessions = useSessions();
  const security = asked.state === 'done' ? asked.data : null;
  const stand: readonly (readonly [path: string, name: string, aside: ComponentChildren])[] = [
    [
      '/akun/perangkat',
      words.devices,
      sessions.state === 'done' && (
        <Badge>{words.deviceCount(format.number(sessions.data.data.length))}</Badge>
      ),
    ],
    ['/akun/sandi', words.password, null],
    [
      '/akun/pengaman',
      factor.title,
      security !== null && (
        <Badge tone={security.hasAuthenticator ? 'good' : 'waiting'}>
          {security.hasAuthenticator ? factor.isOn : factor.isOff}
        </Badge>
      ),
    ],
    [
      '/akun/kontak',
      words.contact,
      security !== null &&
        (security.contact === null ? (
          <Badge tone="waiting">{words.none}</Badge>
        ) : (
          <Badge>{security.contact}</Badge>
        )),
    ],
    ['/akun/data', words.own, null],
    ...(isOffice ? ([['/akun/telepon', phone.title, null]] as const) : []),
  ];
  return (
    <>
      {security?.contact === null && (
        <Notice tone="warning" title={words.missingContact}>
          <p>{words.missingContactText}</p>
          <LinkButton href="/akun/kontak">{words.giveContact}</LinkButton>
        </Notice>
      )}
      <h2>{words.settings}</h2>
      <div class="cards">
        {stand.map(([path, name, aside]) => (
          <Card key={path} href={path} title={name} aside={aside} />
        ))}
      </div>
    </>
  );
};
