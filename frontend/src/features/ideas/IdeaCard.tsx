import { Badge, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { When } from '@/components/When';
import type { Idea } from '@/lib/schema';

import classes from './ideas.module.css';
import { Palette } from './Palette';
import { changed, type IdeaSearch } from './search';

const TAGS = 4;

export function IdeaCard({ idea, search, trend }: { idea: Idea; search: IdeaSearch; trend: string | null }) {
  return (
    <li className={classes.card} data-testid="idea">
      <Palette colours={idea.palette} />
      <div className={classes.words}>
        <Link to="/ideas" search={changed(search, { idea: idea.id })} className={classes.slogan} resetScroll={false}>
          {idea.slogan}
        </Link>
        <Text size="sm" lineClamp={3}>
          {idea.concept}
        </Text>
        <Group gap={4}>
          {idea.products.map((product) => (
            <Badge key={product} size="sm">
              {product}
            </Badge>
          ))}
          {idea.tags.slice(0, TAGS).map((tag) => (
            <Badge key={tag} size="sm" color="gray">
              {tag}
            </Badge>
          ))}
          {idea.tags.length > TAGS && (
            <Text span size="xs" c="dimmed">
              +{idea.tags.length - TAGS}
            </Text>
          )}
        </Group>
        <Text size="xs" c="dimmed" mt="auto">
          {[trend, idea.style, idea.mood].filter(Boolean).join(', ')}. By {idea.made_by}, <When at={idea.created_at} />
        </Text>
      </div>
    </li>
  );
}
