/** What is shown at an address that leads nowhere. */
export function NotFound() {
  return (
    <main className="page stack">
      <h1>There is nothing here</h1>
      <p>The address may have been cut short. Open the link again as it was sent to you.</p>
    </main>
  );
}
