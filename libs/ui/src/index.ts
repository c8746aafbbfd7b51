import '@fontsource-variable/source-code-pro/wght.css';
import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource-variable/source-serif-4/opsz.css';
import '@fontsource-variable/source-serif-4/opsz-italic.css';
import './style/index.css';

export { cssVariablesResolver, theme } from './theme.ts';

export { SafeText } from './text/safe-text.tsx';
export { safe } from './text/safe.ts';
export { Prose } from './text/prose.tsx';

export { SeatMark } from './parts/seat-mark.tsx';
export { seatInText, seatName, seatsInText } from './parts/seat-look.ts';
export { TopBar } from './parts/top-bar.tsx';
export { LinkState } from './parts/link-state.tsx';
export type { Link } from './parts/link-state.tsx';
export { SavedState } from './parts/saved-state.tsx';
export { clock } from './parts/saved-words.ts';
export type { Saved } from './parts/saved-words.ts';
export { Notice } from './parts/notice.tsx';
export { Pill } from './parts/pill.tsx';
export { KeysButton } from './parts/keys-button.tsx';
export { OptionList } from './parts/option-list.tsx';

export { briefOf, listedOptions, seatsFor } from './transcript/brief.ts';
export type { Brief } from './transcript/brief.ts';
export { saidIn } from './transcript/said.ts';
export { Transcript } from './transcript/transcript.tsx';
export type { Shown } from './transcript/rounds.ts';
export { headOf, placeTitle, whenSaid } from './transcript/place-words.ts';

export { QuotesPanel } from './quotes/quotes-panel.tsx';
export { SourceText } from './quotes/source-text.tsx';

export { beliefOf, between, pointsOf } from './belief/points.ts';
export { echoOf, echoWords, percent, strength } from './belief/echo.ts';
export { EchoLine } from './belief/echo-line.tsx';
export { BeliefSlider } from './belief/belief-slider.tsx';
export type { EarlierBelief } from './belief/belief-slider.tsx';
export { BeliefCourse } from './belief/belief-course.tsx';
export { BEFORE } from './belief/course.ts';

export { csvOf, decimal, FEW, ForestPlot, inPercent, interval, points, saveFile, useWidth } from './plots/index.ts';
export type { Forest, ForestRow } from './plots/index.ts';
export { besideTree } from './tree/claims.ts';
export { roundsOf } from './transcript/rounds.ts';
