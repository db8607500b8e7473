import { View } from '@tarojs/components'
import { Button } from '@/ui/button'
import { PhotoPicker } from '@/ui/photo-picker'
import { PhotoRow } from '@/ui/photo-row'
import type { DraftPhoto } from './draft-value'

export interface PhotoFieldProps {
  readonly label: string
  readonly photo: DraftPhoto
  readonly onChange: (photo: DraftPhoto) => void
}

/** One photo: taken now, or kept from before until another is taken. */
export function PhotoField({ label, photo: { local, kept }, onChange }: PhotoFieldProps) {
  if (kept !== null) {
    return (
      <View>
        <PhotoRow photos={[kept]} label={label} />
        <Button icon='camera' onPress={() => onChange({ local: null, kept: null })}>换一张</Button>
      </View>
    )
  }
  return (
    <PhotoPicker
      photos={local === null ? [] : [local]}
      limit={1}
      onChange={([first]) => onChange({ local: first ?? null, kept: null })}
    />
  )
}
