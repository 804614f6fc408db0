import { Anchor, type AnchorProps, Button, type ButtonProps, Menu, type MenuItemProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

type Own<P> = P & Omit<ComponentPropsWithRef<'a'>, keyof P>;

/** Mantine's looks on the router's typed links. */
export const TextLink = createLink((props: Own<AnchorProps>) => <Anchor {...props} />);
export const ButtonLink = createLink((props: Own<ButtonProps>) => <Button component="a" {...props} />);
export const MenuLink = createLink((props: Own<MenuItemProps>) => <Menu.Item component="a" {...props} />);
