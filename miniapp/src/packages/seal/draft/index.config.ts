export default definePageConfig({
  navigationBarTitleText: '要用公章',
})
