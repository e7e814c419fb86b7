/* The part of the form about authentication: one select for what the REST API takes apart, and what depends on it. */
(function (window) {
  'use strict';

  var mail = window.IncomingMail;
  var CLIENT = 'client:';

  function all(form, selector) {
    return Array.from(form.querySelectorAll(selector));
  }

  mail.authentication = function (form) {
    var choice = form.elements['authentication.choice'];

    function basic() {
      return choice.value === 'BASIC';
    }

    /** App-only access as ticked for the chosen client. */
    function appOnly() {
      return all(form, '.im-client').some(function (part) {
        var box = part.querySelector('.im-app-only');
        return part.dataset.choice === choice.value && box && box.checked;
      });
    }

    /** Shows what belongs to the chosen client; only its fields are sent. */
    function adapt() {
      all(form, '.im-client').forEach(function (part) {
        part.hidden = part.dataset.choice !== choice.value;
        all(part, 'input').forEach(function (input) { input.disabled = part.hidden; });
      });
      all(form, '.im-basic').forEach(function (part) { part.hidden = !basic(); });
      all(form, '.im-person').forEach(function (part) { part.hidden = basic() || appOnly(); });
      var result = form.querySelector('.im-of-client');
      if (result) {
        result.hidden = result.dataset.choice !== choice.value;
        form.querySelector('.im-of-others').hidden = !result.hidden;
      }
    }

    return {
      basic: basic,
      adapt: adapt,
      /** As the REST API takes it. */
      json: function () {
        return basic() ? {type: 'BASIC'} : {
          type: 'OAUTH2',
          clientId: choice.value.slice(CLIENT.length),
          grant: appOnly() ? 'CLIENT_CREDENTIALS' : 'AUTHORIZATION_CODE'
        };
      },
      /** The input that an error about a field of the API belongs to. */
      input: function (field) {
        return field === 'authentication.type' || field === 'authentication.clientId' || field === 'authentication.grant'
          ? choice : null;
      }
    };
  };
}(window));
