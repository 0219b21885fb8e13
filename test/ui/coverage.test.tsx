// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { SearchEngine } from '../../src/messages/coverage-calls';
import { coverageAnswers, requests } from './gallery/coverage-answers';
import { open } from './open-library';

// The page asks the browser for sites; outside an extension the package refuses to load.
vi.mock('webextension-polyfill', () => ({ default: {} }));

describe('the request log', () => {
  it('is cleared, and taken back whole', async () => {
    let kept = requests;
    const { container, inputs } = await open('#/requests', 'full', {
      ...coverageAnswers,
      'coverage.requests': () => ({ entries: kept, total: kept.length }),
      'coverage.requests.clear': () => {
        const cleared = kept;
        kept = [];
        return { cleared };
      },
      'coverage.requests.restore': ({ entries }: { entries: typeof requests }) => {
        kept = entries;
        return null;
      },
    });
    const rows = () => container.querySelectorAll('.table tbody tr').length;
    await waitFor(() => expect(rows()).toBe(requests.length));
    fireEvent.click(screen.getByRole('button', { name: 'Clear the log' }));
    await screen.findByText(`Cleared ${requests.length} requests from the log.`);
    expect(rows()).toBe(0);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(rows()).toBe(requests.length));
    expect(inputs('coverage.requests.restore')).toEqual([{ entries: requests }]);
  });
});

describe('the searches', () => {
  it('come back to their place when a removal is taken back', async () => {
    const engine = (key: string): SearchEngine => ({
      key,
      name: `Search ${key}`,
      template: `https://${key}.test/rss?q={query}`,
      answers: 'feed',
      enabled: false,
    });
    let kept = ['one', 'two', 'three'].map(engine);
    await open('#/following', 'full', {
      ...coverageAnswers,
      'coverage.engines': ({ engines }: { engines: SearchEngine[] | null }) => {
        kept = engines ?? kept;
        return { engines: kept };
      },
    });
    const section = (await screen.findByRole('button', { name: 'Remove Search two' })).closest('section');
    const names = () => within(section as HTMLElement).getAllByRole('button', { name: /^Remove/ }).length;
    fireEvent.click(screen.getByRole('button', { name: 'Remove Search two' }));
    await screen.findByText('Removed Search two.');
    await waitFor(() => expect(names()).toBe(2));
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(names()).toBe(3));
    expect(kept.map(({ key }) => key)).toEqual(['one', 'two', 'three']);
  });
});

describe('a change that could not be kept', () => {
  const full = { ...coverageAnswers, 'coverage.retention': { days: 30 } };

  it('is said, and the choice shows what holds', async () => {
    await open('#/hosts', 'full', {
      ...full,
      'coverage.retention': ({ days }: { days?: number }) => (days ? 'storage-full' : { days: 30 }),
    });
    const choice = await screen.findByRole<HTMLSelectElement>('combobox');
    fireEvent.change(choice, { target: { value: '365' } });
    expect((await screen.findByRole('alert')).textContent).toContain('full');
    await waitFor(() => expect(choice.value).toBe('30'));
  });

  it('does not offer to take back what did not happen', async () => {
    await open('#/following', 'full', { ...full, 'coverage.unfollow': 'storage-full' });
    const [first] = await screen.findAllByRole('button', { name: /^Unfollow|^Stop following/ });
    fireEvent.click(first as HTMLElement);
    await screen.findByRole('alert');
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });
});
