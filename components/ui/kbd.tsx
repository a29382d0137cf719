/** One key, or several pressed in turn (`keys="g s"`). */
export function Kbd({ keys, isDecoration = false }: { keys: string; isDecoration?: boolean | undefined }) {
  return (
    <>
      {keys.split(" ").map((key) => (
        <kbd key={key} aria-hidden={isDecoration || undefined}>
          {/^[A-Z]$/.test(key) ? `⇧${key}` : key}
        </kbd>
      ))}
    </>
  );
}
