/** An icon by its drawing, for what scripts draw in the browser; `Icon` knows all of them by name. */
export function Drawing({ path }: { path: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24" className="i">
      <path d={path} />
    </svg>
  );
}
