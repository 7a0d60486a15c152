import { Button, Field, Fieldset, Label, Radio, Select, Textfield } from '@digdir/designsystemet-react';
import { useId } from 'react';
import { queries, type Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { moveThreshold, readThresholds, writeThresholds, type Moves } from './simulation.js';

interface RuleMovesProps {
  today: Schemas['SimulatedSetting'];
  moves: Moves;
  set: (moves: Moves) => void;
}

/** The rule about measures, to be moved. */
export function RuleMoves({ today, moves, set }: RuleMovesProps) {
  const { t, named } = useText();
  const moved = readThresholds(moves.granser);
  const own = today.thresholds.map(({ measure, standardDeviations }) => ({ measure, standardDeviations }));
  const now = own.map((each) => moved.find(({ measure }) => measure === each.measure) ?? each);
  if (own.length === 0) return <p className="quiet">{t('web.simulator.noMeasures')}</p>;
  const isMoved = ['granser', 'kombination', 'mattar', 'datamangd'].some(
    (name) => moves[name as keyof Moves],
  );
  return (
    <Fieldset>
      <Fieldset.Legend>{t('web.simulator.rule')}</Fieldset.Legend>
      {now.map(({ measure, standardDeviations }) => (
        <Slider
          key={measure}
          name={named('measure', measure)}
          value={standardDeviations}
          own={own.find((each) => each.measure === measure)!.standardDeviations}
          onMove={(value) => set({ granser: writeThresholds(moveThreshold(now, measure, value)) })}
        />
      ))}
      {own.length > 1 ? (
        <Fieldset>
          <Fieldset.Legend>{t('web.simulator.combine')}</Fieldset.Legend>
          {(['any', 'all'] as const).map((combine) => (
            <Radio
              key={combine}
              name="combine"
              value={combine}
              label={named('combine', combine)}
              checked={(moves.kombination ?? today.combine) === combine}
              onChange={() => set({ kombination: combine === today.combine ? undefined : combine })}
            />
          ))}
        </Fieldset>
      ) : null}
      <Textfield
        label={t('web.simulator.measureYear')}
        description={t('web.simulator.measureYearHelp')}
        inputMode="numeric"
        value={moves.mattar ?? ''}
        onChange={(event) => set({ mattar: event.target.value || undefined })}
      />
      <Vintage value={moves.datamangd} onChange={(datamangd) => set({ datamangd })} />
      {isMoved ? (
        <div>
          <Button
            variant="secondary"
            onClick={() =>
              set({ granser: undefined, kombination: undefined, mattar: undefined, datamangd: undefined })
            }
          >
            {t('web.simulator.reset')}
          </Button>
        </div>
      ) : null}
    </Fieldset>
  );
}

interface SliderProps {
  name: string;
  value: number;
  /** As the rule has it. */
  own: number;
  onMove: (value: number) => void;
}

const [LEAST, MOST, STEP] = [-2, 5, 0.05];

/** Dragged, or typed: the same number twice. */
function Slider({ name, value, own, onMove }: SliderProps) {
  const { t, number } = useText();
  const id = useId();
  const move = (typed: string) => {
    const read = Number(typed.replace(',', '.'));
    if (typed.trim() !== '' && Number.isFinite(read)) onMove(Math.round(read * 100) / 100);
  };
  return (
    <Field>
      <Label htmlFor={id}>{t('web.simulator.deviations', { measure: name })}</Label>
      <Field.Description>{t('web.simulator.own', { own: number(own) })}</Field.Description>
      <div className="slider">
        <input
          id={id}
          type="range"
          min={LEAST}
          max={MOST}
          step={STEP}
          value={value}
          aria-valuetext={number(value)}
          onChange={(event) => move(event.target.value)}
        />
        <Textfield
          aria-label={t('web.simulator.typed', { measure: name })}
          type="number"
          step={STEP}
          value={value}
          onChange={(event) => move(event.target.value)}
        />
      </div>
    </Field>
  );
}

interface VintageProps {
  value: string | undefined;
  onChange: (id: string | undefined) => void;
}

function Vintage({ value, onChange }: VintageProps) {
  const { t } = useText();
  const id = useId();
  const { data } = queries.useQuery('get', '/api/v1/measure-datasets', {
    params: { query: { status: 'accepted', limit: 100 } },
  });
  const vintages = data?.items ?? [];
  if (vintages.length === 0) return null;
  return (
    <Field>
      <Label htmlFor={id}>{t('web.simulator.vintage')}</Label>
      <Select id={id} value={value ?? ''} onChange={(event) => onChange(event.target.value || undefined)}>
        <Select.Option value="">{t('web.simulator.latest')}</Select.Option>
        {vintages.map((each) => (
          <Select.Option key={each.id} value={each.id}>
            {each.vintage} ({each.fileName})
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}
