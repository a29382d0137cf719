export { addToStorySchema, editStorySchema, type StoryInput, storySchema, storyStepSchema } from "./schema";
