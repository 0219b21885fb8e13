import type { CaptureMethod } from '../../model/article';

/** Asks the offscreen page to read HTML. */
export interface ParseMessage {
  collateOffscreen: 1;
  html: string;
  address: string;
  capturedAt: string;
  how: CaptureMethod;
}

export const isParseMessage = (message: unknown): message is ParseMessage => {
  const { collateOffscreen, html, address } = (message ?? {}) as Partial<ParseMessage>;
  return collateOffscreen === 1 && typeof html === 'string' && typeof address === 'string';
};
