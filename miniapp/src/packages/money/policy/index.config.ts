export default definePageConfig({
  navigationBarTitleText: '花钱的规矩',
})
