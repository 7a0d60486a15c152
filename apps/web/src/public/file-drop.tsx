import { Button, Label } from '@digdir/designsystemet-react';
import { useId, useRef, useState, type DragEvent } from 'react';
import { useText } from '../frame/language.js';

interface FileDropProps {
  label: string;
  file: File | null;
  onChoose: (file: File) => void;
}

/** A file dropped or chosen. It stays in the browser. */
export function FileDrop({ label, file, onChoose }: FileDropProps) {
  const { t } = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, over] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    over(false);
    const dropped = event.dataTransfer.files[0];
    if (dropped) onChoose(dropped);
  };
  return (
    <div
      className="file-drop"
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        over(true);
      }}
      onDragLeave={() => over(false)}
      onDrop={drop}
    >
      <Label htmlFor={id}>{label}</Label>
      <p>{file ? t('web.verify.chosen', { name: file.name }) : t('web.verify.drop')}</p>
      <input
        ref={input}
        id={id}
        type="file"
        accept="application/pdf,.pdf"
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          if (chosen) onChoose(chosen);
          // The same file chosen again is a choice too: it may have changed.
          event.target.value = '';
        }}
      />
      <Button type="button" variant="secondary" onClick={() => input.current?.click()}>
        {t('web.verify.choose')}
      </Button>
    </div>
  );
}
