import { Skeleton } from '@mantine/core';
import { useRef, useState } from 'react';

import { useGround } from '@/components/Ground';
import { LoadMore } from '@/components/LoadMore';
import { useRights } from '@/lib/context';
import type { Design } from '@/lib/schema';

import { cursorAt, focusOn, step } from './cursor';
import { seenStatus, useDecide, useDecideMany, useDeciding, type Verdict } from './decide';
import { DecideBar } from './DecideBar';
import { DesignCard } from './DesignCard';
import classes from './designs.module.css';
import { Found } from './Found';
import { GalleryTools } from './GalleryTools';
import { type Act, following } from './keyboard';
import { KeysHelp } from './KeysHelp';
import { Lightbox } from './Lightbox';
import { artOf } from './pictures';
import { isOpen, useDesigns } from './queries';
import { RejectModal } from './RejectModal';
import type { DesignSearch } from './search';
import { usePressed } from './usePressed';

interface DesignGalleryProps {
  search: DesignSearch;
  onSearch: (next: DesignSearch) => void;
}

export function DesignGallery({ search, onSearch }: DesignGalleryProps) {
  const { query, items } = useDesigns(search);
  const { work } = useRights();
  const decide = useDecide();
  const many = useDecideMany();
  const deciding = useDeciding();
  const [ground] = useGround();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [rejecting, setRejecting] = useState<Design[] | null>(null);
  const [zoomed, setZoomed] = useState<Design | null>(null);
  const [help, setHelp] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const heir = useRef<string>(undefined);

  const seen = (design: Design) => seenStatus(design, deciding);
  const open = (design: Design) => work && isOpen({ status: seen(design) });
  const selected = items.filter((design) => picked.has(design.id) && open(design));
  const pick = (design: Design, on: boolean) => {
    setPicked((was) => new Set(on ? [...was, design.id] : [...was].filter((id) => id !== design.id)));
  };
  /** Who gets the focus once this one is decided. */
  const nextTo = (design: Design) => {
    const waits = items.map((one) => open(one) && one.id !== design.id);
    return items[following(items.indexOf(design), waits)]?.id ?? design.id;
  };
  const judge = (design: Design, verdict: Verdict) => {
    heir.current = design.id;
    if (verdict === 'rejected') {
      setRejecting([design]);
      return;
    }
    focusOn(list.current, nextTo(design));
    decide.mutate({ design, verdict });
  };
  const reject = (reason: string) => {
    const [only, ...others] = rejecting ?? [];
    setRejecting(null);
    if (only && others.length === 0) {
      heir.current = nextTo(only);
      decide.mutate({ design: only, verdict: 'rejected', reason });
    } else void many.start(rejecting ?? [], 'rejected', reason);
  };

  const openActs: Partial<Record<Act, (design: Design) => void>> = {
    approve: (design) => {
      judge(design, 'approved');
    },
    reject: (design) => {
      judge(design, 'rejected');
    },
    select: (design) => {
      pick(design, !picked.has(design.id));
    },
  };
  usePressed({
    onMove: (move) => step(list.current, move),
    onAct: (act) => {
      const design = items[cursorAt(list.current)];
      if (act === 'help') setHelp(true);
      else if (act === 'leave' && picked.size > 0) setPicked(new Set());
      else if (design && act === 'zoom') setZoomed(design);
      else if (design && act in openActs && open(design)) openActs[act]?.(design);
      else return false;
      return true;
    },
  });

  const toDecide = items.filter(open);
  return (
    <>
      <GalleryTools
        search={search}
        onSearch={onSearch}
        open={toDecide.length}
        onSelectAll={() => {
          setPicked(new Set(toDecide.map(({ id }) => id)));
        }}
        onHelp={() => {
          setHelp(true);
        }}
      />
      <Found query={query} empty={items.length === 0} search={search} onSearch={onSearch} coming={<Coming />}>
        <ul
          ref={list}
          className={classes.cards}
          aria-label="Designs"
          aria-busy={query.isPlaceholderData}
          data-refreshing={query.isPlaceholderData || undefined}
        >
          {items.map((design) => (
            <DesignCard
              key={design.id}
              design={design}
              status={seen(design)}
              ground={ground}
              selected={picked.has(design.id) && open(design)}
              onSelect={(on) => {
                pick(design, on);
              }}
              onDecide={
                open(design)
                  ? (verdict) => {
                      judge(design, verdict);
                    }
                  : null
              }
            />
          ))}
        </ul>
        <LoadMore auto shown={items.length} noun="design" query={query} />
      </Found>
      <DecideBar
        selected={selected.length}
        many={many}
        onApprove={() => void many.start(selected, 'approved')}
        onReject={() => {
          heir.current = undefined;
          setRejecting(selected);
        }}
        onNone={() => {
          setPicked(new Set());
        }}
      />
      <RejectModal
        designs={rejecting}
        onReject={reject}
        onClose={() => {
          setRejecting(null);
        }}
        onGone={() => {
          focusOn(list.current, heir.current);
        }}
      />
      <Lightbox
        pictures={zoomed ? [artOf(zoomed)] : []}
        at={zoomed ? 0 : null}
        onAt={() => {
          setZoomed(null);
        }}
      />
      <KeysHelp
        opened={help}
        where="gallery"
        onClose={() => {
          setHelp(false);
        }}
      />
    </>
  );
}

function Coming() {
  return (
    <div className={classes.cards} role="status" aria-label="Loading">
      {Array.from({ length: 8 }, (_, index) => (
        <Skeleton key={index} h={330} radius="lg" />
      ))}
    </div>
  );
}
