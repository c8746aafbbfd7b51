import { useParams } from '@tanstack/react-router';

/** A judge's way through an experiment. */
export function DeskPage() {
  const { invitation } = useParams({ from: '/judge/$invitation' });
  return <main className="page">{invitation}</main>;
}
