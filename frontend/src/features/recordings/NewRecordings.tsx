import { SegmentedControl, Select, Stack } from '@mantine/core';
import { useState } from 'react';

import { DropZone } from '@/components/DropZone';

import { AddressForm } from './AddressForm';
import { languageChoices } from './languages';
import { useTranscribers } from './queries';
import { fitting, TranscriberChoice } from './TranscriberChoice';
import type { Choice } from './uploads';
import { useUploads } from './useUploads';

const TYPES = '.wav,.mp3,.m4a,.ogg,.oga,.opus,.flac,.webm,.mp4,.mov,.aac,.aiff,audio/*,video/*';

/** Files, or an address that one lies at; and who listens to them. */
export function NewRecordings() {
  const { add } = useUploads();
  const { data: known = [] } = useTranscribers();
  const [from, setFrom] = useState('files');
  const [wish, setWish] = useState<Choice>({ transcriber: null, language: null });
  const choice = { ...wish, transcriber: fitting(known, wish.transcriber, wish.language) };
  return (
    <Stack gap="lg">
      <SegmentedControl
        w="fit-content"
        aria-label="Where it is"
        value={from}
        onChange={setFrom}
        data={[
          { value: 'files', label: 'Files' },
          { value: 'address', label: 'An address' },
        ]}
      />
      <Select
        label="Language"
        description="Which is spoken, if you know it."
        maw={300}
        searchable
        data={[{ value: '', label: 'To be found out' }, ...languageChoices()]}
        value={choice.language ?? ''}
        onChange={(code) => {
          setWish({ ...wish, language: code === '' ? null : code });
        }}
      />
      <TranscriberChoice
        value={choice.transcriber}
        language={choice.language}
        onValue={(transcriber) => {
          setWish({ ...wish, transcriber });
        }}
      />
      {from === 'files' ? (
        <DropZone
          several
          label="Drop recordings here, or choose them"
          about="WAV, MP3, M4A, OGG, FLAC, WebM or MP4, up to 2 GB each. After a reload or a lost connection choose the same file again: it goes on where it stopped."
          accept={TYPES}
          onFile={(file) => {
            add(file, choice);
          }}
        />
      ) : (
        <AddressForm choice={choice} />
      )}
    </Stack>
  );
}
