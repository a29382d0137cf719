export { addToStory, findFormerStory, type StoryAdditions, takeFromStory } from "./contents";
export { findStoriesByWords, findStoryTold, getStoryByWords, type StoryOffer } from "./meant";
export {
  createStory,
  editStory,
  reinstateStory,
  type StoryEdit,
  type StoryStep,
  withdrawStory,
} from "./mutations";
export {
  addressedStories,
  countStories,
  getStory,
  listStories,
  type StoryDetail,
  type StoryRow,
} from "./queries";
