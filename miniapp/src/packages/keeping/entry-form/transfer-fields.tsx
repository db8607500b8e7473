import { AmountLine } from './amount-line'
import type { PartProps } from './part-props'
import { PlaceField } from './place-field'

/** 取现、存现、转账: money that stays the village's. */
export function TransferFields({ desk: { accounts }, value, change }: PartProps) {
  return (
    <>
      <PlaceField
        title='从哪里出'
        accounts={accounts}
        code={value.fromPlace}
        onChange={(fromPlace) => change({ fromPlace })}
      />
      <PlaceField title='进了哪里' accounts={accounts} code={value.place} onChange={(place) => change({ place })} />
      <AmountLine
        title='多少钱（元）'
        text={value.amountText}
        onChange={(amountText) => change({ amountText })}
      />
    </>
  )
}
