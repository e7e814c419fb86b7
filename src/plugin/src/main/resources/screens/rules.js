/* The rules of a mail server: reads them, lets routing rules be added, moved and removed, and saves. */
(function (window, document) {
  'use strict';

  var mail = window.IncomingMail;
  var number = 0;

  document.addEventListener('DOMContentLoaded', function () {
    var page = document.getElementById('incoming-mail-rules-page');
    if (!page) {
      return;
    }
    var form = document.getElementById('im-rules-form');
    var list = document.getElementById('im-routing');
    var notice = document.getElementById('im-rules-message');
    var changed = false;

    function say(kind, words) {
      notice.replaceChildren(mail.message(kind, mail.element('p', {}, words)));
      notice.scrollIntoView({block: 'nearest'});
    }

    function show(rules) {
      form.querySelectorAll('[data-path]').forEach(function (field) {
        var names = field.dataset.path.split('.');
        put(field, rules[names[0]][names[1]]);
      });
      list.replaceChildren();
      rules.rules.forEach(addRule);
      tellNumbers();
      warn();
    }

    function put(field, value) {
      if (field.type === 'checkbox') {
        field.checked = value === true;
      } else {
        field.value = Array.isArray(value) ? value.join(field.tagName === 'TEXTAREA' ? '\n' : ' ') : value;
      }
    }

    function addRule(rule) {
      var item = document.importNode(document.getElementById('im-rule-template').content, true).firstElementChild;
      number += 1;
      item.querySelectorAll('[data-name]').forEach(function (field) {
        field.id = 'im-rule-' + number + '-' + field.dataset.name;
        put(field, rule[field.dataset.name] === undefined ? '' : rule[field.dataset.name]);
      });
      item.querySelectorAll('[data-for]').forEach(function (label) {
        label.htmlFor = 'im-rule-' + number + '-' + label.dataset.for;
      });
      list.append(item);
      tell(item);
      return item;
    }

    /** Where content goes is asked only of rules that make some. */
    function tell(item) {
      var action = item.querySelector('[data-name=action]').value;
      ['space', 'parentPageId', 'title', 'labels', 'people'].forEach(function (name) {
        var field = item.querySelector('[data-name=' + name + ']');
        field.closest('.im-rule-grid > div').hidden = action === 'HOLD' || action === 'REJECT'
          || name === 'parentPageId' && action === 'BLOG_POST';
      });
    }

    function tellNumbers() {
      Array.prototype.forEach.call(list.children, function (item, index) {
        item.querySelector('.im-rule-number').textContent = index + 1;
      });
    }

    /** Says what it means when a known address alone may publish. */
    function warn() {
      document.getElementById('im-forgery').hidden =
        form.querySelector('[data-path="trust.knownAddress"]').value !== 'PUBLISH';
    }

    function lines(field) {
      return field.value.split(field.tagName === 'TEXTAREA' ? '\n' : /[\s,]+/).map(function (line) {
        return line.trim();
      }).filter(Boolean);
    }

    function collect() {
      var rules = {rules: []};
      form.querySelectorAll('[data-path]').forEach(function (field) {
        var names = field.dataset.path.split('.');
        rules[names[0]] = rules[names[0]] || {};
        rules[names[0]][names[1]] = field.type === 'checkbox' ? field.checked
          : field.dataset.type === 'lines' ? lines(field) : field.value;
      });
      Array.prototype.forEach.call(list.children, function (item) {
        var rule = {};
        item.querySelectorAll('[data-name]').forEach(function (field) {
          rule[field.dataset.name] = field.type === 'checkbox' ? field.checked
            : field.dataset.name === 'labels' ? lines(field) : field.value;
        });
        rules.rules.push(rule);
      });
      return rules;
    }

    /** Puts each error beside its field; answers with the words of those that have none. */
    function mark(errors) {
      var rest = [];
      page.querySelectorAll('.error').forEach(function (place) { place.textContent = ''; });
      page.querySelectorAll('[aria-invalid]').forEach(function (field) { field.removeAttribute('aria-invalid'); });
      errors.forEach(function (error) {
        var rule = /^rules\.(\d+)\.(\w+)$/.exec(error.field);
        var root = rule ? list.children[Number(rule[1])] : form;
        var place = root && root.querySelector(rule
          ? '[data-rule-error="' + rule[2] + '"]' : '[data-error="' + error.field + '"]');
        var field = root && root.querySelector(rule
          ? '[data-name="' + rule[2] + '"]' : '[data-path="' + error.field + '"]');
        if (place && field) {
          place.textContent = error.message;
          field.setAttribute('aria-invalid', 'true');
        } else {
          rest.push(error.message);
        }
      });
      var first = page.querySelector('[aria-invalid]');
      if (first) {
        first.focus();
      }
      return rest;
    }

    function refused(answer) {
      var errors = answer.body && answer.body.errors;
      if (answer.status === 400 && errors) {
        say('error', [mail.text('rules.errors')].concat(mark(errors)).join(' '));
      } else {
        say('error', mail.failure(answer));
      }
    }

    function save(event) {
      event.preventDefault();
      mark([]);
      var button = document.getElementById('im-save-rules');
      button.disabled = true;
      mail.send('PUT', page.dataset.rest, collect()).then(function (answer) {
        if (answer.status === 200) {
          changed = false;
          show(answer.body);
          say('success', mail.text('rules.saved'));
        } else {
          refused(answer);
        }
      }, function () {
        say('error', mail.text('error.network'));
      }).then(function () { button.disabled = false; });
    }

    list.addEventListener('click', function (event) {
      var button = event.target.closest('[data-move]');
      if (!button) {
        return;
      }
      var item = button.closest('.im-rule');
      if (button.dataset.move === 'up' && item.previousElementSibling) {
        item.previousElementSibling.before(item);
      } else if (button.dataset.move === 'down' && item.nextElementSibling) {
        item.nextElementSibling.after(item);
      } else if (button.dataset.move === 'remove') {
        item.remove();
      }
      changed = true;
      tellNumbers();
      button.focus();
    });

    document.getElementById('im-add-rule').addEventListener('click', function () {
      var item = addRule({enabled: true, subjectTest: 'CONTAINS', action: 'PAGE', people: 'NOTHING'});
      changed = true;
      tellNumbers();
      item.querySelector('[data-name=name]').focus();
    });
    document.getElementById('im-preview').addEventListener('click', function () {
      mark([]);
      mail.preview(document.getElementById('im-preview-result'), this, page.dataset.rest + '/preview', collect(), refused);
    });
    form.addEventListener('change', function (event) {
      changed = true;
      warn();
      if (event.target.dataset.name === 'action') {
        tell(event.target.closest('.im-rule'));
      }
    });
    form.addEventListener('submit', save);
    window.addEventListener('beforeunload', function (event) {
      if (changed) {
        event.preventDefault();
      }
    });
    mail.send('GET', page.dataset.rest).then(function (answer) {
      if (answer.status === 200) {
        show(answer.body);
        form.dataset.loaded = 'true';
      } else {
        say('error', mail.failure(answer));
      }
    }, function () {
      say('error', mail.text('error.network'));
    });
  });
}(window, document));
