export { STORY_WITHDRAWN } from "./model";
export { addToStorySchema, editStorySchema, type StoryInput, storySchema, storyStepSchema } from "./schema";
