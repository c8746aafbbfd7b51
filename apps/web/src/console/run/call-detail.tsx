import { clock, SafeText } from '@moot/ui';
import type { CallText, ShownCall } from '@moot/wire';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Asked } from '../parts/asked.tsx';
import { Segments } from '../parts/segments.tsx';
import { callQuery } from './asking.ts';
import { callState, rawText, sentWords, tokenParts } from './calls.ts';
import { Facts } from './facts.tsx';

interface CallDetailProps {
  readonly run: string;
  readonly call: ShownCall;
  readonly title: string;
}

type Part = 'prompt' | 'reply' | 'raw';

/** One call: what was asked, what came, and what is kept beside it. */
export function CallDetail({ run, call, title }: CallDetailProps) {
  const [part, choosePart] = useState<Part>('prompt');
  const query = useQuery(callQuery(run, call.id));
  return (
    <section className="section call-detail">
      <header>
        <h2>{title}</h2>
        <span className="push">
          <Segments label="Part" options={PARTS} chosen={part} choose={choosePart} />
        </span>
      </header>
      <Asked query={query} what="The call">
        {(text) => (
          <>
            <div className="prompt" tabIndex={0} role="region" aria-label={LABELS[part]}>
              <PartText part={part} text={text} />
            </div>
            <CallFacts text={text} />
          </>
        )}
      </Asked>
    </section>
  );
}

const PARTS = [
  { value: 'prompt', words: 'Prompt' },
  { value: 'reply', words: 'Reply' },
  { value: 'raw', words: 'Raw' },
] as const;
const LABELS = { prompt: 'Prompt', reply: 'Reply', raw: 'Raw' };

function PartText({ part, text }: { readonly part: Part; readonly text: CallText }) {
  if (part === 'raw') return <SafeText text={rawText(text)} />;
  if (part === 'reply') return text.reply === '' ? <i>Nothing came.</i> : <SafeText text={text.reply} />;
  return text.messages.map(({ role, content }, i) => (
    <div key={i}>
      <p className="who">{role}</p>
      <SafeText text={content} />
    </div>
  ));
}

function CallFacts({ text }: { readonly text: CallText }) {
  const { model, reportedModel, simulated, promptHash, cause, fault, madeAt, sent } = text;
  const isOther = reportedModel !== null && !model.endsWith(reportedModel);
  return (
    <Facts
      facts={[
        { name: 'Model', value: <span className="mono">{model}</span>, note: simulated ? 'simulated' : undefined },
        ...(isOther ? [{ name: 'Says it is', value: <SafeText text={reportedModel} /> }] : []),
        { name: 'Came to', value: callState(text).words },
        ...(cause === null ? [] : [{ name: 'Cause', value: <SafeText text={cause} /> }]),
        ...(fault === null ? [] : [{ name: 'Fault', value: <SafeText text={fault} /> }]),
        { name: 'Asked at', value: clock(madeAt) },
        { name: 'Tokens', value: tokenParts(text) },
        { name: 'Parameters', value: <SafeText text={sentWords(sent)} /> },
        { name: 'Prompt hash', value: <span className="mono">{promptHash}</span> },
      ]}
    />
  );
}
