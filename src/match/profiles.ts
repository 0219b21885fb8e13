import type { ArticleId } from '../model/article';
import type { KeyedBlobs } from './blobs';
import type { Write } from './index-state';
import { indexRules } from './manifest';
import type { Profile } from './profile';
import { readProfile, writeProfile } from './stored-profile';

const profilePrefix = 'match/profile/';
const profileKey = (id: ArticleId): string => profilePrefix + id;

/** Profiles kept in memory: the candidates of some searches. */
const rememberedProfiles = 300;

/** The profiles of indexed articles: what of them takes part in matching, read without reading their texts. */
export class Profiles {
  private readonly known = new Map<ArticleId, Profile>();
  /** Counts changes, so that what was read before one is not remembered after it. */
  private changes = 0;

  constructor(private readonly blobs: KeyedBlobs) {}

  /** Those that are kept, whole and of the present rules; the others are missing from the answer. */
  async read(ids: readonly ArticleId[]): Promise<Map<ArticleId, Profile>> {
    const { changes } = this;
    const unknown = ids.filter((id) => !this.known.has(id));
    const stored = unknown.length > 0 ? await this.blobs.getMany(unknown.map(profileKey)) : [];
    const read = new Map<ArticleId, Profile>();
    unknown.forEach((id, at) => {
      const bytes = stored[at];
      const profile = bytes ? readProfile(id, bytes, indexRules) : null;
      if (profile) read.set(id, profile);
    });
    const found = new Map<ArticleId, Profile>();
    for (const id of ids) {
      const profile = this.known.get(id) ?? read.get(id);
      if (profile) found.set(id, profile);
    }
    if (changes === this.changes) for (const profile of found.values()) this.remember(profile);
    return found;
  }

  /** The profiles as they are to be written. */
  writesOf(profiles: readonly Profile[]): Write[] {
    return profiles.map((profile) => [profileKey(profile.article), writeProfile(profile, indexRules)]);
  }

  removal(id: ArticleId): Write {
    return [profileKey(id), null];
  }

  /** Forgets what these writes have changed. */
  written(writes: readonly Write[]): void {
    this.changes++;
    for (const [key] of writes) {
      if (key.startsWith(profilePrefix)) this.known.delete(key.slice(profilePrefix.length));
    }
  }

  private remember(profile: Profile): void {
    this.known.delete(profile.article);
    this.known.set(profile.article, profile);
    if (this.known.size > rememberedProfiles) this.known.delete(this.known.keys().next().value!);
  }
}
