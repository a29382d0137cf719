/** The files of a form, with what is in them. */
export function bytesOf(files: readonly File[]) {
  return Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
}
