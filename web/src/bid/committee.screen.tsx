import { useState } from 'preact/hooks';
import { useLooking } from '../api/use-looking.js';
import { useTitle } from '../frame/head.js';
import type { Params } from '../frame/screen.js';
import { Answered } from '../parts/asked.js';
import { LinkButton } from '../parts/button.js';
import { later } from '../parts/later.js';
import { Notice } from '../parts/notice.js';
import { Path } from '../parts/path.js';
import { usePool, type Pool } from '../pool/use-pool.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { dueKeys, firstDeadline, stepOf, type CeremonyStep, type Committee } from './ceremony-step.js';
import { Holders, Keys } from './committee-lists.js';
import { committeeWords } from './committee-words.js';
import { canSeal, NoCrypto } from './fault.js';
import type { Begun } from './keep-ceremony.js';
import { meFor, useCommittee, useHolderName } from './use-committee.js';

const JoinKeys = later('join-keys', () => import('./key-steps.js').then((file) => file.JoinKeys));
const MakeKeys = later('make-keys', () => import('./key-steps.js').then((file) => file.MakeKeys));
const OpenKeys = later('open-keys', () => import('./key-steps.js').then((file) => file.OpenKeys));

/** Steps in which there is nothing to press but a way on: what is waited for, in words. */
const Waits = ({ step, committee }: { readonly step: CeremonyStep; readonly committee: Committee }) => {
  const words = useWords(committeeWords);
  const format = useFormat();
  const nameOf = useHolderName(committee.holders);
  const deadline = firstDeadline(committee.keys);
  const missing = committee.holders.filter(({ holderKeyId }) => holderKeyId === null);
  const told: Partial<Record<CeremonyStep, readonly [title: string, text: string]>> = {
    'own-key': [words.ownKeyFirst, words.ownKeyFirstText],
    'awaits-lots': [words.noLots, words.noLotsText],
    'awaits-holders': [
      words.awaitsHolders,
      words.awaitsHoldersText(missing.map(({ holderId }) => nameOf(holderId)).join(', ')),
    ],
    'awaits-organiser': [words.awaitsOrganiser, words.awaitsOrganiserText],
    'awaits-deadline': [
      words.awaitsDeadline,
      deadline === null ? '' : words.awaitsDeadlineText(`${format.day(deadline)}, ${format.time(deadline)}`),
    ],
    'awaits-opening': [words.awaitsOpening, words.awaitsOpeningText],
    opened: [words.opened, words.openedText],
  };
  const [title, text] = told[step] ?? ['', ''];
  if (title === '') return null;
  const lotId = committee.keys.find((key) => key.lotId !== null)?.lotId;
  return (
    <Notice tone={step === 'opened' ? 'good' : step === 'own-key' ? 'warning' : 'info'} title={title}>
      <p>{text}</p>
      {step === 'own-key' && <LinkButton href="/kunci-saya">{words.toOwnKey}</LinkButton>}
      {step === 'opened' && lotId !== undefined && (
        <LinkButton href={`/paket/${lotId ?? ''}/penawaran`}>{words.toBids}</LinkButton>
      )}
    </Notice>
  );
};

interface Opening {
  readonly begun: readonly Begun[];
  readonly holders: Committee['holders'];
}

const Ceremony = ({ pool }: { readonly pool: Pool }) => {
  const words = useWords(committeeWords);
  const format = useFormat();
  const asked = useCommittee(pool.id);
  // Kept here, above what is asked anew: an opening lives in this page alone, and a refused question must not end it.
  const [opening, setOpening] = useState<Opening | null>(null);
  // The others work at their own phones.
  useLooking(true, asked.again);
  const me = meFor(pool.organiserId);
  const hours = format.number(pool.seal.openWithinHours);
  const stillSealed = asked.state === 'done' ? dueKeys(asked.data.keys) : null;
  const isJoining =
    opening?.begun.some(
      ({ key }) => stillSealed === null || stillSealed.some(({ keyId }) => keyId === key.keyId),
    ) === true;
  return (
    <>
      {!canSeal() && <NoCrypto />}
      {isJoining && <JoinKeys {...opening} after={asked.again} />}
      <Answered of={asked}>
        {(committee) => {
          const step = stepOf(committee, me);
          return (
            <>
              {step === 'make' && <MakeKeys poolId={pool.id} committee={committee} after={asked.again} />}
              {step === 'open' && !isJoining && (
                <OpenKeys
                  committee={committee}
                  personId={me.personId}
                  onBegun={(begun) => {
                    setOpening({ begun, holders: committee.holders });
                    asked.again();
                  }}
                />
              )}
              <Waits step={step} committee={committee} />
              <Holders of={committee.holders} personId={me.personId} showsNames={step !== 'make'} />
              <Keys of={committee.keys} />
              {step !== 'opened' && (
                <p class="small after-list">
                  {pool.seal.hasDeputy ? words.late(hours) : words.lateAlone(hours)}
                </p>
              )}
            </>
          );
        }}
      </Answered>
    </>
  );
};

/** The committee of a pool: whose keys are there, the organiser's ceremony, the opening by two of the holders. */
const CommitteeScreen = ({ params: { poolId = '' } }: { readonly params: Params }) => {
  const words = useWords(committeeWords);
  useTitle(words.title);
  const pool = usePool(poolId);
  return (
    <Answered of={pool} heading={words.title}>
      {(shown) => (
        <>
          <Path
            name={words.path}
            steps={[
              ['/putaran', words.pools],
              [`/putaran/${poolId}`, shown.title],
            ]}
          />
          <h1>
            <span class="over">{words.title}</span>
            {shown.title}
          </h1>
          {shown.seal.mode === 'committee' ? (
            <>
              <p class="lead">{words.about}</p>
              <Ceremony pool={shown} />
            </>
          ) : (
            <Notice tone="info" title={words.noCommittee}>
              <LinkButton href={`/putaran/${poolId}`}>{words.toPool}</LinkButton>
            </Notice>
          )}
        </>
      )}
    </Answered>
  );
};

export default CommitteeScreen;
