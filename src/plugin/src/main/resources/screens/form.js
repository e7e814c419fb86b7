/* The form of a mail server: presets, ports, errors beside their fields, test, leaving with unsaved changes. */
(function (window, document) {
  'use strict';

  var mail = window.IncomingMail;

  document.addEventListener('DOMContentLoaded', function () {
    var form = document.getElementById('incoming-mail-form');
    if (!form) {
      return;
    }
    var protocol = form.elements.protocol;
    var port = form.elements.port;
    var authentication = mail.authentication(form);
    var hostname = form.elements.hostname;
    var preset = document.getElementById('im-preset');
    var result = document.getElementById('im-test-result');
    var untouched = snapshot();
    var knownPort = chosen(protocol).dataset.port;
    var leaving = false;

    function chosen(select) {
      return select.options[select.selectedIndex];
    }

    function snapshot() {
      return JSON.stringify(Array.from(new window.FormData(form)));
    }

    function changed() {
      return !leaving && snapshot() !== untouched;
    }

    /** The form as the REST API takes it; a later field of a name wins, as with checkboxes. */
    function json() {
      var server = {};
      new window.FormData(form).forEach(function (value, name) {
        if (!form.querySelector('[data-field="' + name + '"]') || (name === 'password' && value === '')
            || name.indexOf('authentication.') === 0) {
          return;
        }
        var path = name.split('.');
        var place = path.length > 1 ? (server[path[0]] = server[path[0]] || {}) : server;
        place[path[path.length - 1]] = value;
      });
      server.authentication = authentication.json();
      return server;
    }

    function followProtocol() {
      if (port.value === '' || port.value === knownPort) {
        port.value = chosen(protocol).dataset.port;
      }
      knownPort = chosen(protocol).dataset.port;
    }

    /** OAuth 2.0 needs the secure protocol (RFC 6750 5.3); it is offered, and another may still be chosen. */
    function followAuthentication() {
      if (!authentication.basic() && chosen(protocol).dataset.secure !== 'true') {
        chooseSecure();
        followProtocol();
      }
    }

    function chooseSecure() {
      protocol.value = Array.from(protocol.options).find(function (option) {
        return option.dataset.secure === 'true';
      }).value;
    }

    function adapt() {
      show('.im-plain-only', chosen(protocol).dataset.secure !== 'true');
      authentication.adapt();
      show('.im-move-only', form.elements.afterProcessing.value === 'MOVE');
      show('.im-delete-only', form.elements.afterProcessing.value === 'DELETE');
      var host = hostname.value.trim().toLowerCase();
      var refuses = Array.from(preset.options).some(function (option) {
        return option.dataset.host && option.dataset.host === host && option.dataset.passwords === 'false';
      });
      document.getElementById('im-no-passwords').hidden = !(authentication.basic() && refuses);
      if (chosen(preset).dataset.host.toLowerCase() !== host) {
        preset.value = (Array.from(preset.options).find(function (option) {
          return option.dataset.host && option.dataset.host === host;
        }) || preset.options[0]).value;
      }
    }

    function show(selector, visible) {
      form.querySelectorAll(selector).forEach(function (part) { part.hidden = !visible; });
    }

    function choosePreset() {
      if (chosen(preset).dataset.host) {
        hostname.value = chosen(preset).dataset.host;
        chooseSecure();
        port.value = chosen(protocol).dataset.port;
        knownPort = port.value;
      }
      adapt();
    }

    function clearErrors() {
      document.getElementById('im-form-message').replaceChildren();
      form.querySelectorAll('.error').forEach(function (place) { place.textContent = ''; });
      form.querySelectorAll('[aria-invalid]').forEach(function (input) { input.removeAttribute('aria-invalid'); });
    }

    /** Errors beside their fields, the first one in view; false when they are about no field of the form. */
    function showErrors(answer) {
      var errors = answer.status === 400 && answer.body.errors || [];
      var inputs = errors.map(function (error) {
        var place = document.getElementById('im-' + error.field + '-error');
        var input = authentication.input(error.field)
          || form.querySelector('[name="' + error.field + '"]:not([type=hidden])');
        if (place && input) {
          place.textContent = error.message;
          input.setAttribute('aria-invalid', 'true');
        }
        return place && input;
      });
      if (!inputs.length || inputs.some(function (input) { return !input; })) {
        return false;
      }
      say('error', mail.text('form.errors'));
      inputs.forEach(function (input) {
        if (input.closest('details')) {
          input.closest('details').open = true;
        }
        show('.im-basic', input.name === 'password' || authentication.basic());
      });
      inputs[0].focus();
      return true;
    }

    function say(kind, words) {
      document.getElementById('im-form-message').replaceChildren(mail.message(kind, mail.element('p', {}, words)));
    }

    /** The server keeps what is typed as a draft, and adds from it what this page does not hold. */
    function draft() {
      return form.dataset.draft ? 'draft=' + form.dataset.draft : '';
    }

    form.addEventListener('submit', function (event) {
      var id = form.dataset.id;
      var button = document.getElementById('im-submit');
      if (event.submitter && event.submitter.id === 'im-authorize') {
        leaving = true;
        return;
      }
      event.preventDefault();
      clearErrors();
      button.disabled = true;
      mail.send(id ? 'PUT' : 'POST', form.dataset.rest + '/servers' + (id ? '/' + id : '') + (draft() && '?' + draft()), json()).then(function (answer) {
        button.disabled = false;
        if (answer.status === 200 || answer.status === 201) {
          leaving = true;
          window.location.assign(form.dataset.list + '?saved=' + answer.body.id);
        } else if (!showErrors(answer)) {
          say('error', mail.failure(answer));
        }
      }, function () {
        button.disabled = false;
        say('error', mail.text('error.network'));
      });
    });

    document.getElementById('im-test').addEventListener('click', function (event) {
      var server = json();
      if (form.dataset.id) {
        server.id = form.dataset.id;
      }
      clearErrors();
      mail.test(result, event.currentTarget, form.dataset.rest + '/servers/test', form.dataset.rest, server, showErrors, draft());
    });

    window.addEventListener('beforeunload', function (event) {
      if (changed()) {
        event.preventDefault();
        event.returnValue = '';
      }
    });

    preset.addEventListener('change', choosePreset);
    protocol.addEventListener('change', followProtocol);
    form.elements['authentication.choice'].addEventListener('change', followAuthentication);
    // back from the provider by the browser's own button: the page stands as it was left
    window.addEventListener('pageshow', function () { leaving = false; });
    form.addEventListener('input', adapt);
    form.addEventListener('change', adapt);
    adapt();
    untouched = snapshot();
  });
}(window, document));
