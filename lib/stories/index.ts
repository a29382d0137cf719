export { addToStorySchema, editStorySchema, type StoryInput, storySchema } from "./schema";
