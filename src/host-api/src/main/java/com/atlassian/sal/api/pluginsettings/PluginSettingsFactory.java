package com.atlassian.sal.api.pluginsettings;

import org.incomingmail.hostapi.HostType;

/** Gives the global settings of the host. */
@HostType(source = "SAL 2.8 source")
public interface PluginSettingsFactory {
    PluginSettings createSettingsForKey(String key);

    PluginSettings createGlobalSettings();
}
