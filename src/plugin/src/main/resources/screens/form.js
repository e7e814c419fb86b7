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
    var authentication = form.elements['authentication.type'];
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
        if (!form.querySelector('[data-field="' + name + '"]') || (name === 'password' && value === '')) {
          return;
        }
        var path = name.split('.');
        var place = path.length > 1 ? (server[path[0]] = server[path[0]] || {}) : server;
        place[path[path.length - 1]] = value;
      });
      return server;
    }

    function followProtocol() {
      if (port.value === '' || port.value === knownPort) {
        port.value = chosen(protocol).dataset.port;
      }
      knownPort = chosen(protocol).dataset.port;
    }

    function adapt() {
      var basic = authentication.value === 'BASIC';
      show('.im-plain-only', chosen(protocol).dataset.secure !== 'true');
      show('.im-basic', basic);
      show('.im-oauth', !basic);
      show('.im-move-only', form.elements.afterProcessing.value === 'MOVE');
      show('.im-delete-only', form.elements.afterProcessing.value === 'DELETE');
      var host = hostname.value.trim().toLowerCase();
      var refuses = Array.from(preset.options).some(function (option) {
        return option.dataset.host && option.dataset.host === host && option.dataset.passwords === 'false';
      });
      document.getElementById('im-no-passwords').hidden = !(basic && refuses);
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
        protocol.value = Array.from(protocol.options).find(function (option) {
          return option.dataset.secure === 'true';
        }).value;
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
        var input = form.querySelector('[name="' + error.field + '"]:not([type=hidden])');
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
        show('.im-basic', input.name === 'password' || authentication.value === 'BASIC');
      });
      inputs[0].focus();
      return true;
    }

    function say(kind, words) {
      document.getElementById('im-form-message').replaceChildren(mail.message(kind, mail.element('p', {}, words)));
    }

    form.addEventListener('submit', function (event) {
      var id = form.dataset.id;
      var button = document.getElementById('im-submit');
      event.preventDefault();
      clearErrors();
      button.disabled = true;
      mail.send(id ? 'PUT' : 'POST', form.dataset.rest + '/servers' + (id ? '/' + id : ''), json()).then(function (answer) {
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
      var draft = json();
      if (form.dataset.id) {
        draft.id = form.dataset.id;
      }
      clearErrors();
      mail.test(result, event.currentTarget, form.dataset.rest + '/servers/test', form.dataset.rest, draft, showErrors);
    });

    window.addEventListener('beforeunload', function (event) {
      if (changed()) {
        event.preventDefault();
        event.returnValue = '';
      }
    });

    preset.addEventListener('change', choosePreset);
    protocol.addEventListener('change', followProtocol);
    form.addEventListener('input', adapt);
    form.addEventListener('change', adapt);
    adapt();
    untouched = snapshot();
  });
}(window, document));
