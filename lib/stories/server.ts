export { addToStory, createStory, editStory, type StoryAdditions, takeFromStory } from "./mutations";
export { getStory, listStories, type StoryDetail, type StoryRow } from "./queries";
