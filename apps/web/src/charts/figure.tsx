import { Button, ToggleGroup } from '@digdir/designsystemet-react';
import { useId, useRef, useState, type ReactNode } from 'react';
import { useText } from '../frame/language.js';
import { savePng, saveSvg } from './save-picture.js';
import './charts.css';

interface FigureProps {
  title: string;
  /** What it shows and where it is from, for everybody; whoever does not see the picture has this and the table. */
  about?: ReactNode;
  /** The name of a saved file, without its ending. */
  file: string;
  picture: ReactNode;
  /** The same figures, all of them. */
  table: ReactNode;
}

/** A picture with its table behind it, and both to take away. */
export function Figure({ title, about, file, picture, table }: FigureProps) {
  const { t } = useText();
  const id = useId();
  const body = useRef<HTMLDivElement>(null);
  const [shown, show] = useState<'picture' | 'table'>('picture');
  const svg = () => body.current!.querySelector('svg')!;
  return (
    <figure className="figure" aria-labelledby={id}>
      <figcaption>
        <h2 id={id}>{title}</h2>
        {about ? <div className="quiet">{about}</div> : null}
      </figcaption>
      <div className="figure-tools">
        <ToggleGroup
          value={shown}
          onChange={(value: string) => show(value as 'picture' | 'table')}
          data-toggle-group={t('web.chart.show')}
        >
          <ToggleGroup.Item value="picture">{t('web.chart.picture')}</ToggleGroup.Item>
          <ToggleGroup.Item value="table">{t('web.chart.table')}</ToggleGroup.Item>
        </ToggleGroup>
        {shown === 'picture' ? (
          <>
            <Button variant="tertiary" onClick={() => saveSvg(svg(), file)}>
              SVG
            </Button>
            <Button variant="tertiary" onClick={() => void savePng(svg(), file)}>
              PNG
            </Button>
          </>
        ) : null}
      </div>
      <div ref={body}>{shown === 'picture' ? picture : table}</div>
    </figure>
  );
}
