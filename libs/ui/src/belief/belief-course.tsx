import { seatLook } from '../parts/seat-look.ts';
import { seatsFor, type Brief } from '../transcript/brief.ts';
import type { EarlierBelief } from './belief-slider.tsx';
import { SafeText } from '../text/safe-text.tsx';
import { percent } from './echo.ts';
import { COURSE, courseOf, courseWords, tickOf, type CoursePoint } from './course.ts';

interface BeliefCourseProps {
  readonly brief: Brief;
  readonly earlier: readonly EarlierBelief[];
  readonly draft: EarlierBelief | undefined;
}

/** One's own beliefs in the second of two choices, round by round, once there are two. */
export function BeliefCourse({ brief, earlier, draft }: BeliefCourseProps) {
  const [below = 0, above = 1] = brief.choices;
  const course = courseOf(earlier, draft, above);
  if (brief.choices.length !== 2 || course.length < 2) return null;
  const answer = brief.options[above] ?? '';
  return (
    <figure className="in-drawer">
      <figcaption className="aside">
        How probable you held “<SafeText text={answer} />”
      </figcaption>
      <svg className="plot course" viewBox="0 0 322 112" role="img" aria-label={courseWords(course, answer)}>
        <path className="chance" d={`M${COURSE.left} 46H258`} />
        <Line course={course} />
        {course.map(({ x, y, label, points, isDraft }, i) => (
          <g key={label}>
            <circle className={isDraft ? 'dot is-hollow' : 'dot'} cx={x} cy={y} r={isDraft ? 4.4 : 3.6} />
            <text x={x} y={points < 50 ? y + 18 : y - 9} textAnchor="middle" className={isDraft ? 't-strong' : ''}>
              {percent(points)}
            </text>
            <text x={x} y={104} textAnchor="middle" className="t-aside">
              {tickOf(label, i)}
            </text>
          </g>
        ))}
        <End brief={brief} option={above} y={14} />
        <text x={272} y={50.5} className="t-aside">
          50 %
        </text>
        <End brief={brief} option={below} y={78} />
      </svg>
    </figure>
  );
}

/** Solid as far as it is fixed, dashed to what is not. */
function Line({ course }: { readonly course: readonly CoursePoint[] }) {
  const fixed = course.filter(({ isDraft }) => !isDraft);
  const draft = course.find(({ isDraft }) => isDraft);
  const last = fixed.at(-1);
  return (
    <>
      <path className="line" d={pathOf(fixed)} />
      {draft && last && <path className="line" strokeDasharray="3 4" d={pathOf([last, draft])} />}
    </>
  );
}

function pathOf(points: readonly CoursePoint[]): string {
  return points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join(' ');
}

/** Who argues for an end; where nobody does, the number it has on the slider. */
function End({ brief, option, y }: { readonly brief: Brief; readonly option: number; readonly y: number }) {
  const seat = seatsFor(brief.sides, option)[0];
  const look = seat === undefined ? undefined : seatLook(seat);
  return (
    <>
      {look?.className.startsWith('is-a') && <circle cx={279} cy={y} r={7} fill="var(--seat-a)" />}
      {look?.className.startsWith('is-b') && (
        <rect x={272} y={y - 7} width={14} height={14} rx={2} fill="var(--seat-b)" />
      )}
      <text x={look && look.speech !== 'speech is-neutral' ? 292 : 272} y={y + 4.5}>
        {look?.letter ?? (y < 46 ? '2' : '1')}
      </text>
    </>
  );
}
