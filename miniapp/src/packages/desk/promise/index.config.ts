export default definePageConfig({
  navigationBarTitleText: '回应的规矩',
})
