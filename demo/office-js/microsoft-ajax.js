// Stand-in of our own for the few members of MicrosoftAjax.js that Office.js for the web checks for before it starts.
// The demo and the tests only, so that they need no network; in production Office.js fetches the real one.
(() => {
  const within = (owner, name) => (owner[name] ??= {});
  const give = (owner, members) => {
    for (const [name, value] of Object.entries(members)) owner[name] ??= value;
  };
  const failure = (kind) => (name, message) =>
    Object.assign(new Error(message ?? `${kind}: ${name}`), { name: `Sys.${kind}`, paramName: name });

  class StringBuilder {
    #parts = [];
    constructor(first) {
      if (first) this.#parts.push(first);
    }
    append(part) {
      this.#parts.push(part);
      return this;
    }
    toString() {
      return this.#parts.join('');
    }
  }

  const sys = within(window, 'Sys');
  give(sys, { Debug: { trace: () => undefined }, StringBuilder });
  give(within(within(sys, 'Serialization'), 'JavaScriptSerializer'), {
    serialize: (value) => JSON.stringify(value),
    deserialize: (text) => JSON.parse(text),
  });
  give(window, { Type: Function });
  give(window.Type, {
    registerNamespace: (path) => path.split('.').reduce(within, window),
    registerClass: () => undefined,
  });
  give(window.Type.prototype, { registerClass: () => undefined });
  give(Function, { _validateParams: () => null, _validateParameter: () => null });
  give(Error, {
    argument: failure('ArgumentException'),
    argumentNull: failure('ArgumentNullException'),
    argumentOutOfRange: failure('ArgumentOutOfRangeException'),
    argumentType: failure('ArgumentTypeException'),
    parameterCount: failure('ParameterCountException'),
    invalidOperation: failure('InvalidOperationException'),
    create: (message, details) => Object.assign(new Error(message), details),
  });
})();
