// Stands in for the native module that ends an extension host whose server is gone: the harness ends both.
exports.start = () => {};
