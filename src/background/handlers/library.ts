import { tabById } from '../../browser/tabs';
import type { LibraryCalls } from '../../messages/library-calls';
import type { Handlers } from '../../messages/serve';
import { fail, ok } from '../../model/result';
import type { HandlerContext } from '../context';

/** Whether the tab belongs to a private window. A closed tab no longer tells; what it showed was not private to us. */
async function isPrivate(tabId: number | null): Promise<boolean> {
  if (tabId === null) return false;
  try {
    return (await tabById(tabId)).private;
  } catch {
    return false;
  }
}

/** Calls about saved articles, settings and the archive. */
export const libraryHandlers = ({ service }: HandlerContext): Handlers<LibraryCalls> => ({
  async 'article.save'({ article, tabId }) {
    // What is read in a private window leaves no trace on the disk.
    if (await isPrivate(tabId)) return fail('window-private');
    return service.saveArticle(article);
  },
  'article.get': ({ id }) => service.getArticle(id),
  'article.list': (query) => service.listArticles(query),
  'article.outlets': () => service.listOutlets(),
  'article.changes': ({ id }) => service.versionChanges(id),
  'article.delete': ({ ids }) => service.deleteArticles(ids),
  'article.undelete': ({ undo }) => service.undo(undo),
  'article.annotate': ({ id, ...marks }) => service.annotate(id, marks),
  'trash.list': async () => {
    const listed = await service.listTrash();
    return listed.ok ? ok({ entries: listed.value }) : listed;
  },
  'trash.empty': () => service.emptyTrash(),
  'keep.preview': ({ days }) => service.keepPreview(days),
  'keep.look': ({ id }) => service.keepLook(id),
  'keep.apply': ({ days }) => service.keepApply(days),
  'collation.make': ({ article }) => service.collate(article),
  'collation.part': ({ article, ...asked }) => service.collationPart(article, asked),
  'collation.near-misses': ({ article }) => service.nearMisses(article),
  'archive.page': ({ cursor }) => service.archivePage(cursor),
  'archive.import': ({ records }) => service.importRecords(records),
  'settings.get': () => service.settings(),
  'settings.set': (change) => service.changeSettings(change),
  'storage.status': () => service.storageStatus(),
});
