/** Who is looking, as far as the masthead must know. */
export interface Viewer {
  name: string;
  /** reader, reporter, reviewer, editor or admin. */
  role: string;
}
