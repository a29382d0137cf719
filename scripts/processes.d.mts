/** The file that runs Next's command line. */
export const nextCommand: string;
