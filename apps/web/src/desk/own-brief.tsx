import { SafeText, type Brief } from '@moot/ui';
import type { RunState } from '@moot/wire';
import { z } from 'zod';

interface OwnBriefProps {
  readonly state: Pick<RunState, 'seat' | 'brief'>;
  readonly brief: Brief;
}

/** What somebody who speaks is told besides the question: for what they argue, and what is said to them alone. */
export function OwnBrief({ state: { seat, brief: known }, brief }: OwnBriefProps) {
  const side = seat === null ? undefined : brief.sides[seat];
  const told = seat === null ? [] : toldTo(known, seat);
  return (
    <>
      {side !== undefined && (
        <p>
          You argue for “<SafeText text={brief.options[side] ?? ''} />
          ”.
        </p>
      )}
      {brief.source !== undefined && known.quotes !== 'none' && (
        <p className="aside">
          Put what you quote from the text, word for word, between {'<quote>'} and {'</quote>'}.
        </p>
      )}
      {told.map((words) => (
        <p key={words} className="aside">
          For you alone: <SafeText text={words} />
        </p>
      ))}
    </>
  );
}

function toldTo(brief: RunState['brief'], seat: string): readonly string[] {
  const { instructions, attack } = Told.parse(brief);
  const own = instructions?.[seat];
  return [...(own === undefined ? [] : [own]), ...(attack?.seat === seat ? [attack.strategy] : [])];
}

const Told = z.object({
  instructions: z.record(z.string(), z.string()).optional().catch(undefined),
  attack: z.object({ seat: z.string(), strategy: z.string() }).optional().catch(undefined),
});
