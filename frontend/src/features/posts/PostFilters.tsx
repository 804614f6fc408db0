import { Group } from '@mantine/core';

import { FilterSelect } from '@/components/FilterSelect';
import { SearchField } from '@/components/SearchField';
import type { Post } from '@/lib/schema';

import { EMOTION_LOOKS, EMOTIONS, languageName, SENTIMENT_LOOKS, SENTIMENTS } from './moods';
import { postSearch, type PostSearch } from './search';

interface PostFiltersProps {
  search: PostSearch;
  onSearch: (next: PostSearch) => void;
  /** Those on the screen: what languages can be chosen is what they are in. */
  posts: readonly Post[];
}

type Parts = { [K in keyof PostSearch]?: PostSearch[K] | undefined };

export function PostFilters({ search, onSearch, posts }: PostFiltersProps) {
  const put = (parts: Parts) => {
    onSearch(postSearch({ ...search, ...parts }));
  };
  const languages = new Set([...posts.map(({ language }) => language), search.language ?? null, 'en']);
  return (
    <Group gap="sm">
      <SearchField
        label="Search posts"
        placeholder="Words in the post"
        value={search.text}
        onValue={(text) => {
          put({ text });
        }}
      />
      <FilterSelect
        label="Sentiment"
        all="Every sentiment"
        choices={SENTIMENTS.map((value) => ({ value, label: SENTIMENT_LOOKS[value][0] }))}
        value={search.sentiment}
        onValue={(sentiment) => {
          put({ sentiment });
        }}
      />
      <FilterSelect
        label="Emotion"
        all="Every emotion"
        choices={EMOTIONS.map((value) => ({ value, label: EMOTION_LOOKS[value][0] }))}
        value={search.emotion}
        onValue={(emotion) => {
          put({ emotion });
        }}
      />
      <FilterSelect
        label="Language"
        all="Every language"
        choices={[...languages]
          .filter((code) => code !== null)
          .map((code) => ({ value: code, label: languageName(code) }))
          .sort((one, other) => one.label.localeCompare(other.label))}
        value={search.language}
        onValue={(language) => {
          put({ language });
        }}
      />
    </Group>
  );
}
