import type { Handlers } from '../../messages/serve';
import type { StoryCalls } from '../../messages/story-calls';
import type { HandlerContext } from '../context';

/** Calls about stories and the reader's corrections. */
export const storyHandlers = ({ service }: HandlerContext): Handlers<StoryCalls> => ({
  'story.list': (page) => service.listStories(page),
  'story.get': ({ id }) => service.getStory(id),
  'story.merge': ({ ids }) => service.mergeStories(ids),
  'story.split': ({ id, articles }) => service.splitStory(id, articles),
  'correction.add': (correction) => service.addCorrection(correction),
  'correction.remove': ({ id }) => service.removeCorrection(id),
  'correction.list': () => service.listCorrections(),
});
