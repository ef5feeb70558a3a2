import { StepCard } from '../award/step-list.js';
import { stepWords } from '../award/step-words.js';
import { Answered, Empty } from '../parts/asked.js';
import { useWords } from '../words/words.js';
import { usePoolSteps } from './use-members.js';

/** The steps of a pool that wait for somebody, the most urgent first. */
export const WaitingSteps = ({ poolId }: { readonly poolId: string }) => {
  const words = useWords(stepWords);
  const steps = usePoolSteps(poolId);
  return (
    <>
      <h2>{words.steps}</h2>
      <Answered of={steps}>
        {(shown) =>
          shown.length === 0 ? (
            <Empty title={words.none} />
          ) : (
            <div class="wide-cards">
              {shown.map((step) => (
                <StepCard key={`${step.lotId} ${step.step}`} step={step} withLot />
              ))}
            </div>
          )
        }
      </Answered>
    </>
  );
};
