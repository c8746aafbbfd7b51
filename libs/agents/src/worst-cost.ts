import type { ModelRequest } from '@moot/runner';
import { modelNamed, priceOf, type Endpoints } from './endpoint.ts';

/**
 * What a request costs at most, in US dollars: every byte of the prompt counted as a token and the largest reply. Zero for
 * models without a price, which caps in money cannot hold.
 */
export function worstCost(endpoints: Endpoints): (request: ModelRequest) => number {
  return ({ model, messages, parameters, mostTokens }) => {
    const named = modelNamed(endpoints, model);
    const price = 'unknown' in named ? undefined : priceOf(named);
    if (!price) return 0;
    const bytes = messages.reduce((sum, { content }) => sum + Buffer.byteLength(content) + FRAME, 0);
    return (bytes * price.inputPerMillion + (parameters.maxTokens ?? mostTokens) * price.outputPerMillion) / 1_000_000;
  };
}

/** What a message costs beside its text: its role and the marks around it, generously. */
const FRAME = 16;
