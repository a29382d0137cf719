/** What a notice says of a story that was taken back; its page finds the reason by it. */
export const STORY_WITHDRAWN = "The story was withdrawn";
