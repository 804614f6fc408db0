import { ColorSwatch, Group, Menu, Tooltip, UnstyledButton } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconCheck, IconShirt } from '@tabler/icons-react';
import type { ComponentPropsWithRef } from 'react';

import classes from './Ground.module.css';

/** What transparent art is laid on: a checkerboard, or a colour. */
export type GroundColour = 'checker' | `#${string}`;

const PLAIN = [
  { value: 'checker', label: 'Checkerboard' },
  { value: '#ffffff', label: 'White' },
  { value: '#000000', label: 'Black' },
] as const;

/** Fabrics that mockups are made of. */
const FABRICS = [
  { value: '#e8dcc3', label: 'Natural' },
  { value: '#b9babd', label: 'Heather' },
  { value: '#d3a29c', label: 'Dusty rose' },
  { value: '#d2a036', label: 'Mustard' },
  { value: '#9caa8e', label: 'Sage' },
  { value: '#a9c3d6', label: 'Sky' },
  { value: '#a5512f', label: 'Rust' },
  { value: '#24402f', label: 'Forest' },
  { value: '#1d2a44', label: 'Navy' },
  { value: '#571f2a', label: 'Maroon' },
  { value: '#3b3d42', label: 'Charcoal' },
] as const;

/** The ground that this person looks at art on, the same on every page. */
export function useGround(): [GroundColour, (next: GroundColour) => void] {
  const [ground, setGround] = useLocalStorage<GroundColour>({
    key: 'wareloom.ground',
    defaultValue: 'checker',
    getInitialValueInEffect: false,
    serialize: (value) => value,
    deserialize: (value) => (value !== undefined && /^#[0-9a-f]{6}$/.test(value) ? (value as `#${string}`) : 'checker'),
  });
  return [ground, setGround];
}

interface GroundProps extends ComponentPropsWithRef<'div'> {
  ground: GroundColour;
  /** Light inks: a light checkerboard would swallow them. */
  dark?: boolean;
}

export function Ground({ ground, dark = false, className = '', style, ...rest }: GroundProps) {
  return (
    <div
      className={`${classes.ground ?? ''} ${className}`}
      data-checker={ground === 'checker' || undefined}
      data-dark={dark || undefined}
      style={{ ...style, ...(ground === 'checker' ? {} : { backgroundColor: ground }) }}
      {...rest}
    />
  );
}

export function GroundSwitch({ ground, onGround }: { ground: GroundColour; onGround: (next: GroundColour) => void }) {
  const fabric = FABRICS.find((one) => one.value === ground);
  return (
    <Group gap={4} wrap="nowrap" role="group" aria-label="Background">
      {PLAIN.map(({ value, label }) => (
        <Tooltip key={value} label={label}>
          <UnstyledButton
            className={classes.choice}
            aria-label={label}
            aria-pressed={ground === value}
            onClick={() => {
              onGround(value);
            }}
          >
            <Ground ground={value} className={classes.swatch ?? ''} />
          </UnstyledButton>
        </Tooltip>
      ))}
      <Menu shadow="md" width={180} position="bottom-end">
        <Menu.Target>
          <Tooltip label={fabric ? `Fabric: ${fabric.label}` : 'A fabric'}>
            <UnstyledButton
              className={classes.choice}
              aria-label={fabric ? `Fabric: ${fabric.label}` : 'A fabric'}
              aria-pressed={fabric !== undefined}
            >
              {fabric ? (
                <Ground ground={fabric.value} className={classes.swatch ?? ''} />
              ) : (
                <IconShirt size={18} stroke={1.7} aria-hidden />
              )}
            </UnstyledButton>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
          <Menu.Label>Fabric</Menu.Label>
          {FABRICS.map(({ value, label }) => (
            <Menu.Item
              key={value}
              leftSection={<ColorSwatch color={value} size={18} />}
              {...(ground === value ? { rightSection: <IconCheck size={14} aria-hidden /> } : {})}
              onClick={() => {
                onGround(value);
              }}
            >
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
