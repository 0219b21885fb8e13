import { useEffect, useState } from 'preact/hooks';
import { activeTab, onActiveTabChanged } from '../browser';
import { Popup } from './popup';

/**
 * The popup's view in the side panel or sidebar. It stays while the reader scrolls and goes from tab to tab, and
 * always speaks of the tab in front: another tab, or another address in it, is read anew.
 */
export function Panel() {
  const [front, setFront] = useState<{
    id: number | null;
    address: string | undefined;
    round: number;
  } | null>(null);
  useEffect(() => {
    const follow = async () => {
      const tab = await activeTab();
      const id = tab?.id ?? null;
      const address = tab?.address;
      setFront((known) => {
        // Without permission the address is hidden: then any sign of a new page is taken for one.
        if (known && known.id === id && address !== undefined && known.address === address) return known;
        return { id, address, round: (known?.round ?? 0) + 1 };
      });
    };
    follow();
    return onActiveTabChanged(follow);
  }, []);
  return front && <Popup key={front.round} tabId={front.id} panel />;
}
