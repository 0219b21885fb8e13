/** The step between marks that a key asks for, in the page as in the popup and the panel beside it. */
export function stepOf(event: Pick<KeyboardEvent, 'altKey' | 'ctrlKey' | 'metaKey' | 'code'>): 1 | -1 | null {
  if (!event.altKey || event.ctrlKey || event.metaKey) return null;
  // `code`, because Alt+N writes a dead tilde on a Mac.
  return event.code === 'KeyN' ? 1 : event.code === 'KeyP' ? -1 : null;
}
