import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { PLACE_NAME_LIMIT, type Place } from '@huiying/shared/tickets'
import { Button } from '@/ui/button'
import { Field, Line } from '@/ui/field'
import styles from './send.module.scss'

export interface PlacePickerProps {
  readonly place: Place | null
  readonly onChange: (place: Place | null) => void
}

/** Where it is: in words, and in WeChat by a pin on the map too. */
export function PlacePicker({ place, onChange }: PlacePickerProps) {
  const [fault, setFault] = useState<string | null>(null)
  // What one types over a pin moves no pin: a house number is added to it.
  const type = (name: string) => {
    if (name === '' && place?.latitude == null) onChange(null)
    else onChange({ name, latitude: place?.latitude ?? null, longitude: place?.longitude ?? null })
  }
  const pin = () => {
    setFault(null)
    Taro.chooseLocation({}).then(
      ({ name, address, latitude, longitude }) => {
        const words = Array.from(name || address).slice(0, PLACE_NAME_LIMIT).join('')
        onChange({ name: words, latitude: Number(latitude), longitude: Number(longitude) })
      },
      (error: { errMsg?: string }) => {
        if (!(error.errMsg ?? '').includes('cancel')) setFault('地图没有打开，写几个字也行')
      },
    )
  }
  return (
    <>
      <Field title='写几个字' note='比如：二组老槐树旁边' fault={fault}>
        <Line label='在哪里' value={place?.name ?? ''} maxLength={PLACE_NAME_LIMIT} onChange={type} />
      </Field>
      {process.env.TARO_ENV !== 'h5' && (
        <Button icon='map-pin' onPress={pin}>
          在地图上选
        </Button>
      )}
      {place !== null && (
        <View className={styles.gapTop}>
          <Button icon='x' onPress={() => onChange(null)}>
            不写地点了
          </Button>
        </View>
      )}
    </>
  )
}
