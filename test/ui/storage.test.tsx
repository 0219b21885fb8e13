// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { post } from './gallery/articles';
import { open } from './open-library';

describe('storage', () => {
  it('shows what the keep rule would do before it can be done', async () => {
    const { inputs } = await open('#/storage');
    const rule = (await screen.findByRole('heading', { name: 'Keep rule' })).closest('section')!;
    expect(within(rule).queryByRole('button', { name: 'Shorten these texts' })).toBeNull();
    fireEvent.change(within(rule).getByRole('combobox', { name: 'Texts saved longer ago than' }), {
      target: { value: '90' },
    });
    fireEvent.click(within(rule).getByRole('button', { name: 'Show what would go' }));
    await within(rule).findByText(/The texts of 128 articles would be shortened\. Of 1\.2 MB, about 730 kB/);
    expect(inputs('keep.preview')).toEqual([{ days: 90 }]);
    expect(inputs('keep.apply')).toEqual([]);
  });

  it('strikes through what would go of one article', async () => {
    const { container } = await open('#/storage');
    fireEvent.click(await screen.findByRole('button', { name: 'Show what would go' }));
    const line = (await screen.findByText(post.headline.value)).closest('details')!;
    line.open = true;
    fireEvent(line, new Event('toggle'));
    await screen.findByText('Struck through is what would go.');
    const gone = [...container.querySelectorAll('.keep-look del')].map((stretch) => stretch.textContent);
    expect(gone[0]).toContain('The Alder Dam gave way before dawn');
    expect(container.querySelector('.keep-look')?.textContent).toContain('At least 14 people were killed');
    expect(gone.join()).not.toContain('At least 14 people were killed');
  });

  it('shortens, says how many, and takes it back with one undo', async () => {
    const { inputs } = await open('#/storage');
    fireEvent.click(await screen.findByRole('button', { name: 'Show what would go' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Shorten these texts' }));
    await screen.findByText('128 texts were shortened.');
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(inputs('article.undelete')).toEqual([{ undo: 'texts 1' }]));
  });

  it('does it by itself only when told to', async () => {
    const { inputs } = await open('#/storage');
    fireEvent.click(await screen.findByRole('button', { name: 'Show what would go' }));
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Do this by itself from now on' }));
    await waitFor(() => expect(inputs('settings.set')).toEqual([{ fullTextDays: 365 }]));
  });

  it('brings back from the bin, and asks twice before it is emptied', async () => {
    const { inputs } = await open('#/storage');
    fireEvent.click(await screen.findByRole('button', { name: /^Bring back: Harvest fair/ }));
    await screen.findByText('1 was brought back.');
    expect(inputs('article.undelete')).toEqual([{ undo: 'articles 1' }]);
    fireEvent.click(screen.getByRole('button', { name: 'Empty the bin now' }));
    expect(inputs('trash.empty')).toEqual([]);
    const sure = await screen.findByRole('button', { name: 'Empty it for good' });
    await waitFor(() => expect(document.activeElement).toBe(sure));
    fireEvent.click(sure);
    await screen.findByText('The bin was emptied.');
  });
});
