import { HOLDING_USE_NAMES, type HoldingUse } from '@huiying/shared/ledger'
import { Choice } from '@/ui/choice'
import { Field, Line } from '@/ui/field'

/** As long as the register takes. */
const NAME_LENGTH = 60
const USES = Object.keys(HOLDING_USE_NAMES) as HoldingUse[]

export interface NamePlaceProps {
  readonly value: { readonly name: string; readonly place: string }
  readonly change: (part: { readonly name: string } | { readonly place: string }) => void
  readonly example: string
}

export function NamePlace({ value: { name, place }, change, example }: NamePlaceProps) {
  return (
    <>
      <Field title='叫什么'>
        <Line
          label='叫什么'
          value={name}
          maxLength={NAME_LENGTH}
          placeholder={`比如：${example}`}
          onChange={(words) => change({ name: words })}
        />
      </Field>
      <Field title='在哪里'>
        <Line
          label='在哪里'
          value={place}
          maxLength={NAME_LENGTH}
          placeholder='比如：三组村口'
          onChange={(words) => change({ place: words })}
        />
      </Field>
    </>
  )
}

export interface KindFieldProps<Kind extends string> {
  readonly names: Readonly<Record<Kind, string>>
  readonly value: Kind
  readonly onChange: (kind: Kind) => void
}

export function KindField<Kind extends string>({ names, value, onChange }: KindFieldProps<Kind>) {
  return (
    <Field title='哪一类'>
      <Choice
        label='哪一类'
        value={value}
        options={(Object.keys(names) as Kind[]).map((kind) => ({ value: kind, words: names[kind] }))}
        onChange={onChange}
      />
    </Field>
  )
}

export interface UseFieldProps {
  readonly value: HoldingUse
  readonly onChange: (use: HoldingUse) => void
}

export function UseField({ value, onChange }: UseFieldProps) {
  return (
    <Field title='现在怎么用'>
      <Choice
        label='现在怎么用'
        value={value}
        options={USES.map((use) => ({ value: use, words: HOLDING_USE_NAMES[use] }))}
        onChange={onChange}
      />
    </Field>
  )
}
